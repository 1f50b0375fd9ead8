package io.simbaerp;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Tells whoever started the program, once it really answers, where it answers, who may sign in and where the data lie. A
 * file named by {@code simba.ready-file} gets the port, for whoever waits for it.
 */
@Component
class ReadyMessage {

    private static final String DEMO_SIGN_INS = """
              Sign in as:  accountant, manager, director, treasurer or admin (the password is the name)
            """;
    private static final String FIRST_SIGN_IN = """
              Sign in:     the page asks for the first administrator, if there is none yet
            """;

    private final Environment environment;

    ReadyMessage(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void tell(AvailabilityChangeEvent<ReadinessState> event) {
        String port = environment.getProperty("local.server.port");
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC && port != null) {
            print(System.out, port);
            String readyFile = environment.getProperty("simba.ready-file");
            if (readyFile != null) {
                write(Path.of(readyFile).toAbsolutePath(), port);
            }
        }
    }

    private void print(PrintStream out, String port) {
        boolean demo = environment.getProperty("simba.demo", Boolean.class, false);
        String database = environment.getProperty("simba.db.url");
        out.println();
        out.println("Simba ERP is ready: http://localhost:" + port);
        out.print(demo ? DEMO_SIGN_INS : FIRST_SIGN_IN);
        out.println("  Data:        " + environment.getProperty("simba.data")
                + (database == null ? "" : " and " + database));
        out.println("  Stop:        Ctrl-C");
        out.println();
        out.flush();
    }

    private static void write(Path file, String port) {
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(unfinished, port);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
