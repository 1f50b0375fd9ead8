package io.simbaerp.workflow.engine;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.workflow.engine.gate.DeploymentGate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine, set up by ourselves: in the transactions of everything else, on tables made by the migration role, seeing
 * only the registered steps, keeping as little history as the picture of a process needs (who decided what stands in
 * {@code audit} and {@code approval}).
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final String SCHEMA = "camunda";

    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration engineSettings(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EngineParts parts,
            @Qualifier("engineJobExecutor") EngineJobExecutor jobExecutor,
            JobHandOver handOver) {
        SpringProcessEngineConfiguration settings = new SpringProcessEngineConfiguration();
        settings.setDataSource(dataSource);
        settings.setTransactionManager(transactions);
        tables(settings);
        history(settings);
        walls(settings, parts);
        settings.setJobExecutor(jobExecutor);
        settings.setCustomSessionFactories(List.of(handOver));
        settings.setJobExecutorActivate(false);
        settings.setJobExecutorAcquireByDueDate(true);
        settings.setDefaultNumberOfRetries(3);
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setMetricsEnabled(false);
        settings.setDbMetricsReporterActivate(false);
        settings.setTaskMetricsEnabled(false);
        settings.setHistoryCleanupMetricsEnabled(false);
        return settings;
    }

    private static void tables(SpringProcessEngineConfiguration settings) {
        settings.setProcessEngineName("simba");
        settings.setDatabaseType("postgres");
        settings.setDatabaseSchemaUpdate("false");
        settings.setDatabaseSchema(SCHEMA);
        settings.setDatabaseTablePrefix(SCHEMA + ".");
        settings.setDbIdentityUsed(false);
        settings.setAuthorizationEnabled(false);
        settings.setTenantCheckEnabled(false);
        settings.setCmmnEnabled(false);
    }

    private static void history(SpringProcessEngineConfiguration settings) {
        // Activities and tasks, for the picture; no variables, no inputs of decisions.
        settings.setHistory("activity");
        settings.setHistoryRemovalTimeStrategy("start");
        settings.setHistoryCleanupBatchWindowStartTime("02:00");
        settings.setHistoryCleanupBatchWindowEndTime("04:00");
        settings.setEnforceHistoryTimeToLive(true);
    }

    private static void walls(SpringProcessEngineConfiguration settings, EngineParts parts) {
        settings.setBeans(parts.steps().visibleBeans());
        settings.setDelegateInterceptor(parts.company());
        settings.setTenantIdProvider(new CompanyAsTenant(parts.currentActor()));
        settings.setCustomPreDeployers(List.of(parts.gate()));
        settings.setCustomPreBPMNParseListeners(List.of(parts.deskListener(), new SharedCalls()));
        settings.setDmnFeelEnableLegacyBehavior(false);
        DefaultDmnEngineConfiguration tables = new DefaultDmnEngineConfiguration();
        tables.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(parts.matchedRows())));
        settings.setDmnEngineConfiguration(tables);
        settings.setEnableExpressionsInAdhocQueries(false);
        settings.setEnableExpressionsInStoredQueries(false);
        settings.setEnableScriptCompilation(false);
        settings.setEnableScriptEngineLoadExternalResources(false);
        settings.setEnableFetchScriptEngineFromProcessApplication(false);
        settings.setEnableXxeProcessing(false);
    }

    /** What of ours stands inside the engine. */
    record EngineParts(
            StepRegistry steps,
            CompanyOfTheInstance company,
            DeploymentGate gate,
            DeskParseListener deskListener,
            MatchedRows matchedRows,
            CurrentActor currentActor) {}

    @Bean
    EngineParts engineParts(
            StepRegistry steps,
            CompanyOfTheInstance company,
            DeploymentGate gate,
            DeskParseListener deskListener,
            MatchedRows matchedRows,
            CurrentActor currentActor) {
        return new EngineParts(steps, company, gate, deskListener, matchedRows, currentActor);
    }

    @Bean
    EngineJobExecutor engineJobExecutor(
            JobRun jobRun, @Qualifier("engineThreads") ThreadPoolTaskExecutor engineThreads) {
        EngineJobExecutor executor = new EngineJobExecutor(jobRun);
        executor.setTaskExecutor(engineThreads);
        executor.setWaitTimeInMillis(1000);
        executor.setMaxWait(15_000);
        return executor;
    }

    @Bean
    JobHandOver jobHandOver(
            @Qualifier("engineJobExecutor") EngineJobExecutor jobExecutor,
            @Qualifier("engineHandOver") ThreadPoolTaskExecutor threads) {
        return new JobHandOver(jobExecutor, threads);
    }

    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor engineHandOver() {
        return JobHandOver.threads();
    }

    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor engineThreads() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("workflow-");
        threads.setCorePoolSize(2);
        threads.setMaxPoolSize(4);
        threads.setQueueCapacity(16);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(20);
        return threads;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration settings) {
        ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(settings);
        return factory;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    DecisionService decisionService(ProcessEngine engine) {
        return engine.getDecisionService();
    }
}
