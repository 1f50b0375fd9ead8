package io.simbaerp.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models of the class path when they changed, through the same gate as any other, takes what
 * runs by older ones over where that is needed, and then starts the jobs.
 */
@Component
class OurModels implements SmartLifecycle {

    private static final String PATTERN = "classpath*:processes/*/*.*";

    private final RepositoryService repository;
    private final OlderInstances olderInstances;
    private final EngineJobExecutor jobExecutor;
    private final boolean runsJobs;
    private volatile boolean running;

    OurModels(
            RepositoryService repository,
            OlderInstances olderInstances,
            EngineJobExecutor jobExecutor,
            @Value("${simba.jobs.enabled:true}") boolean runsJobs) {
        this.repository = repository;
        this.olderInstances = olderInstances;
        this.jobExecutor = jobExecutor;
        this.runsJobs = runsJobs;
    }

    @Override
    public void start() {
        deploy();
        olderInstances.takeOver();
        if (runsJobs) {
            jobExecutor.start();
        }
        running = true;
    }

    private void deploy() {
        DeploymentBuilder deployment =
                repository.createDeployment().name("Simba ERP").enableDuplicateFiltering(true);
        try {
            Resource[] models = new PathMatchingResourcePatternResolver().getResources(PATTERN);
            Arrays.sort(models, Comparator.comparing(Resource::getFilename));
            for (Resource model : models) {
                try (InputStream content = model.getInputStream()) {
                    deployment.addInputStream(model.getFilename(), content);
                }
            }
            if (models.length > 0) {
                deployment.deploy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (runsJobs) {
            jobExecutor.shutdown();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the doors open and after everything jobs need. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 10_000;
    }
}
