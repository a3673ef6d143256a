/// Being reached while the app is closed: one sentence without content, by Web Push and by mail,
/// for whoever asked for it. Nobody else ever learns whether, where or when somebody is reached.
///
/// An event becomes rows in its own transaction ([Noticing]), one for each way to a person who is
/// to hear of it ([Reach]). After a grace, in which an open tab ends it ([Awake]), any node claims
/// a row and makes one attempt ([NoticeWorker], [Delivery]).
@org.jspecify.annotations.NullMarked
package app.haven.notify;
