package io.simbaerp.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether originals can be kept: a file can be written where they lie. */
@Component("storeHealth")
class StoreHealth implements HealthIndicator {

    private final Path root;

    StoreHealth(@Value("${simba.data}") Path data) {
        this.root = data.toAbsolutePath().resolve("originals");
    }

    @Override
    public Health health() {
        try {
            Files.createDirectories(root);
            Path probe = Files.createTempFile(root, ".probe", ".part");
            Files.write(probe, new byte[] {1});
            Files.delete(probe);
            return Health.up().build();
        } catch (IOException e) {
            return Health.down(e).withDetail("folder", root.toString()).build();
        }
    }
}
