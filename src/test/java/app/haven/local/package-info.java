/// Real servers without Docker: PostgreSQL, Keycloak, Kafka, Haven's own jar and a browser, started
/// for the tests and for `./haven up`. The jar that ships knows nothing of this package.
@NullMarked
package app.haven.local;

import org.jspecify.annotations.NullMarked;
