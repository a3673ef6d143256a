/// Holds what the documents say against the code and the files they speak of.
@NullMarked
package app.haven.docs;

import org.jspecify.annotations.NullMarked;
