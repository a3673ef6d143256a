/// The web app in a real browser, over the real jar and the real sign-in.
@org.jspecify.annotations.NullMarked
package app.haven.browser;
