package io.simbaerp.database;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds, in its own words, so that a restore can tell whether it got all of it.
 *
 * @param format the version of the archive's layout
 * @param madeAt the instant of the snapshot, ISO 8601
 * @param mode what the data were made for: {@code demo} or {@code ordinary}
 * @param migrations the schema the tables are of
 * @param originals how many originals there are, and one hash over all their names and sizes
 */
record BackupManifest(
        int format,
        String madeAt,
        String mode,
        List<Migration> migrations,
        List<TableContent> tables,
        List<SequencePosition> sequences,
        Originals originals,
        List<OtherFile> files) {

    static final int FORMAT = 1;

    private static final JsonMapper JSON = new JsonMapper();

    /** A migration the schema has seen. The engine's and the repeatable ones have a checksum like any other. */
    record Migration(String version, int checksum) {}

    /** The rows of a table as COPY writes them, in the order of its key. */
    record TableContent(String schema, String table, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + schema + "." + table;
        }
    }

    /** Where a sequence stands. */
    record SequencePosition(String schema, String sequence, long lastValue) {}

    /** All originals together. */
    record Originals(long count, long bytes, String sha256) {}

    /** Another file of the data folder, such as the seal's key. */
    record OtherFile(String path, String sha256) {

        String entry() {
            return "files/" + path;
        }
    }

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static BackupManifest of(byte[] json) {
        return JSON.readValue(json, BackupManifest.class);
    }
}
