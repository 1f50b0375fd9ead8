package io.simbaerp.task.live;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hears from PostgreSQL which tasks changed, whichever node changed them: one connection beside the pool, opened when the
 * first page listens. Where it breaks or gives no more answer it is opened anew; whenever it has been opened, everything
 * counts as changed.
 */
@Component
class TaskChanges {

    private static final Logger LOG = LoggerFactory.getLogger(TaskChanges.class);
    private static final String CHANNEL = "simba_task";
    private static final int PATIENCE_MS = 1000;
    private static final int WAIT_SECONDS = 5;
    private static final int ASK_EVERY_SECONDS = 15;
    private static final String ANSWER_WITHIN_SECONDS = "5";

    private final DataSource dataSource;
    private volatile long askEveryNanos = TimeUnit.SECONDS.toNanos(ASK_EVERY_SECONDS);
    private boolean stopped = true;
    private @Nullable Hearing hearing;

    TaskChanges(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** How often a connection on which nothing comes is asked whether it is there still. */
    void askEvery(int seconds) {
        askEveryNanos = TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Changed tasks by company and id; empty where some may have been missed, so that all have to be read anew. */
    record Changed(Set<String> tasks) {

        boolean unknown() {
            return tasks.isEmpty();
        }

        boolean concerns(UUID company, UUID task) {
            return unknown() || tasks.contains(company + " " + task);
        }
    }

    /** From now on it may be heard, until it is stopped. */
    synchronized void start() {
        stopped = false;
    }

    /** Begins to hear, unless it does or is stopped; what changes after it has returned is heard or counts as changed. */
    void hear(Consumer<Changed> told) {
        Hearing begun;
        synchronized (this) {
            if (stopped) {
                return;
            }
            if (hearing == null) {
                hearing = new Hearing(told);
                hearing.start();
            }
            begun = hearing;
        }
        begun.await();
    }

    synchronized void stop() {
        stopped = true;
        if (hearing != null) {
            hearing.end();
            hearing = null;
        }
    }

    private final class Hearing extends Thread {

        private final Consumer<Changed> told;
        private final CountDownLatch ready = new CountDownLatch(1);
        private volatile boolean ended;
        private volatile @Nullable Connection open;

        Hearing(Consumer<Changed> told) {
            super("task-changes");
            setDaemon(true);
            this.told = told;
        }

        /** A page that listens while the database doesn't answer hears of everything later. */
        void await() {
            try {
                if (!ready.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
                    LOG.debug("PostgreSQL is not heard yet");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void end() {
            ended = true;
            ready.countDown();
            interrupt();
            Connection connection = open;
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (SQLException e) {
                LOG.debug("The connection was closed already", e);
            }
        }

        @Override
        public void run() {
            while (!ended) {
                try (Connection connection = connect();
                        Statement statement = connection.createStatement()) {
                    open = connection;
                    statement.execute("listen " + CHANNEL);
                    // Also the first time: a page may have waited for it in vain and gone on.
                    told.accept(new Changed(Set.of()));
                    ready.countDown();
                    hear(connection.unwrap(PGConnection.class), statement);
                } catch (SQLException | RuntimeException e) {
                    pause(e);
                }
            }
        }

        private void hear(PGConnection connection, Statement statement) throws SQLException {
            long asked = System.nanoTime();
            while (!ended) {
                // A connection whose other end is gone without a word looks like one on which nothing happens.
                if (System.nanoTime() - asked > askEveryNanos) {
                    statement.execute("select 1");
                    asked = System.nanoTime();
                }
                PGNotification[] heard = connection.getNotifications(PATIENCE_MS);
                if (heard != null && heard.length > 0) {
                    told.accept(new Changed(Arrays.stream(heard)
                            .map(PGNotification::getParameter)
                            .collect(Collectors.toSet())));
                }
            }
        }

        private void pause(Exception why) {
            if (!ended) {
                LOG.warn("Changes of tasks are not heard; trying again", why);
                try {
                    Thread.sleep(PATIENCE_MS);
                } catch (InterruptedException e) {
                    ended = true;
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        Properties properties = new Properties();
        properties.setProperty("user", pool.getUsername());
        properties.setProperty("password", pool.getPassword());
        properties.setProperty("connectTimeout", ANSWER_WITHIN_SECONDS);
        properties.setProperty("socketTimeout", ANSWER_WITHIN_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "simba-task-changes");
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }
}
