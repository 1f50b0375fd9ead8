package io.simbaerp.story;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.role.GrantRole;
import io.simbaerp.identity.role.RevokeRole;
import io.simbaerp.task.undo.SendOnDecisions;
import io.simbaerp.testing.SmtpInbox;
import io.simbaerp.workflow.engine.DueJobs;
import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What every story needs: the system as its users reach it. */
@TestConfiguration(proxyBeanMethods = false)
public class StorySupport {

    @Bean
    @Lazy
    Simba simba(Environment environment, DueJobs engineJobs, SendOnDecisions decisions, Clock clock) {
        return new Simba(environment, engineJobs, decisions, clock);
    }

    @Bean
    ModelWatch modelWatch() {
        return new ModelWatch();
    }

    @Bean
    @Lazy
    MailPeople mailPeople(
            Simba simba,
            SmtpInbox inbox,
            RegisterUser register,
            GrantRole grant,
            RevokeRole revoke,
            Memberships memberships,
            CurrentActor currentActor,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        return new MailPeople(
                simba,
                inbox,
                new MailPeople.Access(register, grant, revoke, memberships, currentActor),
                jdbc,
                transactions);
    }
}
