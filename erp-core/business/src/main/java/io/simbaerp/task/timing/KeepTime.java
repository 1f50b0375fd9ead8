package io.simbaerp.task.timing;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.company.workingday.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries the time rules of all companies out, each act in a transaction of its own. Several nodes may do it at once. */
@Component
public class KeepTime {

    /** Who acts: the job's name, which is nobody's. */
    public static final String JOB = "time-rules";

    private static final Logger LOG = LoggerFactory.getLogger(KeepTime.class);

    /** No tree of superiors is deeper. */
    private static final int MOST_STEPS = 12;

    private final CompanyDirectory companies;
    private final CurrentActor currentActor;
    private final TimeRules rules;
    private final Acts acts;
    private final WorkingDays workingDays;

    KeepTime(
            CompanyDirectory companies,
            CurrentActor currentActor,
            TimeRules rules,
            Acts acts,
            WorkingDays workingDays) {
        this.companies = companies;
        this.currentActor = currentActor;
        this.rules = rules;
        this.acts = acts;
        this.workingDays = workingDays;
    }

    /** What rules do. */
    @Component
    record Acts(TellOfTasks tell, TasksToActOn oneByOne, LapseTask lapse) {}

    /** Through all companies. */
    public void run() {
        runEach(companies.all());
    }

    /** What fails in one company is its own: the next one's turn comes all the same. */
    void runEach(List<CompanyId> each) {
        for (CompanyId company : each) {
            try {
                run(company);
            } catch (RuntimeException e) {
                LOG.warn("The time rules of the company {} could not be carried out", company, e);
            }
        }
    }

    /** What lapses first needs no reminder any more; the latest reminder stands for those before it. */
    public void run(CompanyId company) {
        currentActor.run(Acting.system(JOB, company), () -> {
            List<TimeRule> inForce = rules.inForce();
            for (TimeAct act : List.of(TimeAct.LAPSE, TimeAct.ESCALATE, TimeAct.REMIND)) {
                inForce.stream().filter(rule -> rule.act() == act).forEach(this::keep);
            }
        });
    }

    private void keep(TimeRule rule) {
        try {
            switch (rule.act()) {
                case REMIND -> tell(rule, 0, dueBy(rule.span()));
                case ESCALATE -> {
                    for (int step = 1; step <= MOST_STEPS; step++) {
                        tell(rule, step, dueBy(rule.span() * step));
                    }
                }
                case LAPSE ->
                    lapse(rule, workingDays.back(workingDays.dayLength().multipliedBy(rule.span())));
            }
        } catch (RuntimeException e) {
            LOG.warn("The time rule {} could not be carried out; the next run tries again", rule.id(), e);
        }
    }

    /** By when a task must have been due for so many working hours to have passed since; before it is due where negative. */
    private Instant dueBy(int hours) {
        return hours < 0 ? workingDays.hoursFromNow(-hours) : workingDays.back(Duration.ofHours(hours));
    }

    /** So many at a time; where that fails one by one, so that a task nobody can be told of keeps no other waiting. */
    private void tell(TimeRule rule, int step, Instant until) {
        try {
            while (acts.tell().tell(rule, step, until, null)) {
                LOG.debug("More tasks wait by the time rule {}", rule.id());
            }
        } catch (RuntimeException e) {
            LOG.debug("The time rule {} goes on one by one", rule.id(), e);
            oneByOne(rule, step, until, task -> acts.tell().tell(rule, step, until, task));
        }
    }

    private void lapse(TimeRule rule, Instant until) {
        oneByOne(rule, 0, until, task -> acts.lapse().lapse(rule, task, until));
    }

    private void oneByOne(TimeRule rule, int step, Instant until, Consumer<UUID> act) {
        UUID last = null;
        List<UUID> tasks;
        do {
            tasks = acts.oneByOne().of(rule, step, until, last);
            for (UUID task : tasks) {
                last = task;
                try {
                    act.accept(task);
                } catch (RuntimeException refused) {
                    LOG.warn("The time rule {} can't act on the task {}: {}", rule.id(), task, refused.toString());
                    LOG.debug("Why it can't", refused);
                }
            }
        } while (tasks.size() == TasksToActOn.MOST);
    }
}
