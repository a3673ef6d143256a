/// The container and cluster files, read as data: there is no Docker and no cluster where this
/// runs.
@NullMarked
package app.haven.deploy;

import org.jspecify.annotations.NullMarked;
