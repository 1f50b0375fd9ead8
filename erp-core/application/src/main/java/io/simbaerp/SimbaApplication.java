package io.simbaerp;

import io.simbaerp.database.DatabaseInitializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts Simba ERP: its database first, then everything that needs one. */
@SpringBootApplication
@Modulithic(
        systemName = "Simba ERP",
        sharedModules = {})
public class SimbaApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(SimbaApplication.class);
        application.addInitializers(new DatabaseInitializer());
        application.run(arguments);
    }
}
