/** Migrations that take their statements from the engine's own jar; found by Flyway beside the SQL files. */
@NullMarked
package db.migration.workflow;

import org.jspecify.annotations.NullMarked;
