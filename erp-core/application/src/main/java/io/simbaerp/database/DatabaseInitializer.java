package io.simbaerp.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the database ready before anything asks for it and tells the rest of the program how to reach it: as
 * {@code simba_app} for work, as {@code simba_owner} for migration, never as superuser. An embedded server is stopped
 * after everything that uses it.
 */
public class DatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        DataFolder data = new DataFolder(Path.of(environment.getProperty("simba.data", "data")));
        String url = environment.getProperty("simba.db.url");
        DatabaseAccess access =
                url == null || url.isBlank() ? embedded(data, environment) : ExternalDatabase.open(url, environment);
        boolean empty = environment.getProperty("simba.empty", Boolean.class, false);
        InstallationMode mode = InstallationMode.of(access, empty);
        environment.getPropertySources().addFirst(new MapPropertySource("database", properties(data, access, mode)));
    }

    private static DatabaseAccess embedded(DataFolder data, ConfigurableEnvironment environment) {
        data.take();
        EmbeddedServer server = EmbeddedServer.start(
                data, environment.getRequiredProperty("simba.database.binaries"), ServerUser.ofThisProgram());
        SpringApplication.getShutdownHandlers().add(() -> {
            server.stop();
            data.release();
        });
        return server.access();
    }

    private static Map<String, Object> properties(DataFolder data, DatabaseAccess access, InstallationMode mode) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", access.url());
        properties.put("spring.datasource.username", access.application().user());
        properties.put("spring.datasource.password", access.application().password());
        properties.put("spring.flyway.url", access.url());
        properties.put("spring.flyway.user", access.owner().user());
        properties.put("spring.flyway.password", access.owner().password());
        properties.put("spring.flyway.placeholders.mode", mode.word());
        properties.put("simba.data", data.path().toString());
        properties.put("simba.demo", mode == InstallationMode.DEMO);
        return properties;
    }
}
