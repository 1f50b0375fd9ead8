package io.simbaerp.task.notice;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CompanyDirectory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells people what happened, company by company; mail is written down and sent by itself. Several nodes may do it at once. */
@Component
public class TellPeople {

    /** Who acts: the job's name, which is nobody's. */
    public static final String JOB = "notices";

    private static final Logger LOG = LoggerFactory.getLogger(TellPeople.class);

    private final CompanyDirectory companies;
    private final CurrentActor currentActor;
    private final WaitingTellings waiting;
    private final GiveNotices give;
    private final PutOffTelling putOff;

    TellPeople(
            CompanyDirectory companies,
            CurrentActor currentActor,
            WaitingTellings waiting,
            GiveNotices give,
            PutOffTelling putOff) {
        this.companies = companies;
        this.currentActor = currentActor;
        this.waiting = waiting;
        this.give = give;
        this.putOff = putOff;
    }

    /** Does it every few seconds. */
    @Component
    @ConditionalOnProperty(name = "simba.jobs.enabled", matchIfMissing = true)
    static class Job {

        private final TellPeople tellPeople;

        Job(TellPeople tellPeople) {
            this.tellPeople = tellPeople;
        }

        @Scheduled(initialDelay = 20, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
        void tell() {
            tellPeople.run();
        }
    }

    /** Through all companies: what fails in one is its own. */
    public void run() {
        for (CompanyId company : companies.all()) {
            try {
                run(company);
            } catch (RuntimeException e) {
                LOG.warn("People of the company {} could not be told", company, e);
            }
        }
    }

    /** All that waits in one company. */
    public void run(CompanyId company) {
        currentActor.run(Acting.system(JOB, company), () -> {
            UUID last = null;
            List<UUID> ids;
            do {
                ids = waiting.after(last);
                if (!ids.isEmpty()) {
                    last = ids.get(ids.size() - 1);
                    give(ids);
                }
            } while (ids.size() == WaitingTellings.MOST);
        });
    }

    /** All in one transaction, which costs least; where one of them fails, each by itself. */
    private void give(List<UUID> ids) {
        try {
            give.give(ids);
        } catch (RuntimeException e) {
            LOG.debug("Not all of {} can be told at once", ids.size(), e);
            ids.forEach(this::give);
        }
    }

    private void give(UUID id) {
        try {
            give.give(List.of(id));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Nobody can be told of {}; it is tried again later, {} times at most",
                    id,
                    WaitingTellings.ATTEMPTS,
                    e);
            putOff.putOff(id, e.toString());
        }
    }
}
