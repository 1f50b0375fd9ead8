package io.simbaerp.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** How many statements some work sends to the database. */
public final class CountedStatements {

    private CountedStatements() {}

    /** The number of statements this sends through JDBC, whatever it answers. */
    public static int of(Runnable work) {
        Logger jdbc = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        Level before = jdbc.getLevel();
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        jdbc.setLevel(Level.DEBUG);
        jdbc.setAdditive(false);
        jdbc.addAppender(seen);
        try {
            work.run();
        } finally {
            jdbc.detachAppender(seen);
            jdbc.setAdditive(true);
            jdbc.setLevel(before);
        }
        return (int) seen.list.stream()
                .filter(event -> event.getMessage().contains("SQL statement ["))
                .count();
    }
}
