package io.simbaerp.hardening;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import jakarta.servlet.ServletException;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.AbstractAccessLogValve;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.context.WebApplicationContext;

/** Everything a program writes down about its requests: the log with all its details, and the web server's own. */
final class Leaks implements AutoCloseable {

    /** What an operator in search of an error switches on. */
    private static final List<String> SWITCHED_ON = List.of(
            "io.simbaerp",
            "org.springframework",
            "org.apache.catalina",
            "org.apache.coyote",
            "org.apache.tomcat",
            "org.apache.camel",
            "org.camunda",
            "org.hibernate",
            "com.zaxxer");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Lines appender = new Lines();
    private final Map<Logger, Level> before = new LinkedHashMap<>();
    private final Requests valve = new Requests();
    private final Pipeline pipeline;

    private Leaks(WebApplicationContext application) {
        this.pipeline = ((TomcatWebServer) ((ServletWebServerApplicationContext) application).getWebServer())
                .getTomcat()
                .getEngine()
                .getPipeline();
        Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        appender.setContext(root.getLoggerContext());
        appender.start();
        // Beside the appenders of the root, so that the details don't fill the test's output.
        for (String name : SWITCHED_ON) {
            Logger logger = logger(name);
            before.put(logger, logger.getLevel());
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(appender);
        }
        root.addAppender(appender);
        valve.setPattern("combined");
        pipeline.addValve(valve);
    }

    static Leaks listen(WebApplicationContext application) {
        return new Leaks(application);
    }

    List<String> lines() {
        return lines;
    }

    /** As the web server's access log has them. */
    List<String> requests() {
        return valve.lines;
    }

    @Override
    public void close() {
        pipeline.removeValve(valve);
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        before.forEach((logger, level) -> {
            logger.detachAppender(appender);
            logger.setAdditive(true);
            logger.setLevel(level);
        });
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private final class Lines extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            String thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                    + thrown);
        }
    }

    private static final class Requests extends AbstractAccessLogValve {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        /** Tomcat looks for access logs once, at its first request; this one may come later. */
        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            log(request, response, 0);
        }

        @Override
        protected void log(CharArrayWriter message) {
            lines.add(message.toString());
        }
    }
}
