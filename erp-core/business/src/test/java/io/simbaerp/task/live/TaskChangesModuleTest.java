package io.simbaerp.task.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes of tasks are heard for as long as anybody listens, whatever becomes of the connection. */
@ModuleTest
class TaskChangesModuleTest {

    private static final UUID COMPANY = UUID.randomUUID();
    private static final UUID TASK = UUID.randomUUID();

    @Autowired
    TestDatabase database;

    private final BlockingQueue<TaskChanges.Changed> told = new LinkedBlockingQueue<>();
    private @Nullable TaskChanges changes;

    @AfterEach
    void stop() {
        if (changes != null) {
            changes.stop();
        }
    }

    @Test
    void whatChangedBeforeItWasHeardCountsAsChanged() throws Exception {
        TaskChanges heard = changes(database.url(), 15);
        heard.start();
        heard.hear(told::add);
        assertThat(next().unknown()).as("also the first time").isTrue();
        change();
        assertThat(next().concerns(COMPANY, TASK)).isTrue();
        sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'simba-task-changes'"
                + " and datname = current_database() and query like 'listen%'");
        assertThat(next().unknown()).as("opened anew").isTrue();
        change();
        assertThat(next().unknown()).isFalse();
    }

    @Test
    void whoeverFailsAtAChangeHearsOfTheNext() throws Exception {
        TaskChanges heard = changes(database.url(), 15);
        AtomicBoolean failed = new AtomicBoolean();
        heard.start();
        heard.hear(changed -> {
            if (!changed.unknown() && failed.compareAndSet(false, true)) {
                throw new IllegalStateException("The first one to be told fails");
            }
            told.add(changed);
        });
        assertThat(next().unknown()).isTrue();
        change();
        assertThat(next().unknown()).as("all may have been missed").isTrue();
        assertThat(failed).isTrue();
        change();
        assertThat(next().concerns(COMPANY, TASK)).isTrue();
    }

    @Test
    void aConnectionWhoseOtherEndIsGoneWithoutAWordIsOpenedAnew() throws Exception {
        try (Wire wire = new Wire(URI.create(database.url().substring("jdbc:".length())))) {
            TaskChanges heard = changes(wire.url(database.url()), 1);
            heard.start();
            heard.hear(told::add);
            assertThat(next().unknown()).isTrue();
            wire.cut();
            change();
            assertThat(next().unknown())
                    .as("nothing comes through what is cut; the new one says that all may have changed")
                    .isTrue();
            change();
            assertThat(next().concerns(COMPANY, TASK)).isTrue();
        }
    }

    @Test
    void whatWasStoppedDoesNotBeginAgainByItself() throws Exception {
        TaskChanges heard = changes(database.url(), 15);
        heard.hear(told::add);
        assertThat(told.poll(1, TimeUnit.SECONDS)).as("not started").isNull();
        heard.start();
        heard.hear(told::add);
        assertThat(next().unknown()).isTrue();
        heard.stop();
        heard.hear(told::add);
        change();
        assertThat(told.poll(2, TimeUnit.SECONDS)).as("stopped").isNull();
        heard.start();
        heard.hear(told::add);
        assertThat(next().unknown()).isTrue();
    }

    private TaskChanges changes(String url, int askEverySeconds) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(TestDatabase.APPLICATION);
        pool.setPassword(database.password());
        TaskChanges made = new TaskChanges(pool);
        made.askEvery(askEverySeconds);
        changes = made;
        return made;
    }

    private TaskChanges.Changed next() throws InterruptedException {
        TaskChanges.Changed next = told.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("nothing was told").isNotNull();
        return next;
    }

    private void change() throws SQLException {
        sql("select pg_notify('simba_task', '" + COMPANY + " " + TASK + "')");
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A wire to the server that can be cut without either end being told; what is connected later gets through. */
    private static final class Wire implements AutoCloseable {

        private final URI server;
        private final ServerSocket door;
        private final List<Socket> ends = new CopyOnWriteArrayList<>();
        private volatile AtomicBoolean whole = new AtomicBoolean(true);

        Wire(URI server) throws IOException {
            this.server = server;
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            begin(this::connect);
        }

        String url(String url) {
            return url.replace(
                    server.getHost() + ":" + server.getPort(),
                    InetAddress.getLoopbackAddress().getHostAddress() + ":" + door.getLocalPort());
        }

        void cut() {
            whole.set(false);
            whole = new AtomicBoolean(true);
        }

        private void connect() throws IOException {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(server.getHost(), server.getPort());
                ends.addAll(List.of(near, far));
                AtomicBoolean passes = whole;
                begin(() -> pass(near.getInputStream(), far.getOutputStream(), passes));
                begin(() -> pass(far.getInputStream(), near.getOutputStream(), passes));
            }
        }

        private static void pass(InputStream from, OutputStream to, AtomicBoolean passes) throws IOException {
            byte[] bytes = new byte[8192];
            for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                if (passes.get()) {
                    to.write(bytes, 0, read);
                    to.flush();
                }
            }
        }

        private interface Work {

            void go() throws IOException;
        }

        private static void begin(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.go();
                } catch (IOException closed) {
                    // So it ends.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            door.close();
            for (Socket end : ends) {
                end.close();
            }
        }
    }
}
