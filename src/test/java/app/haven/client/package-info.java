/// A client of Haven's open API as another developer would write it, for every test that needs one.
@org.jspecify.annotations.NullMarked
package app.haven.client;
