/**
 * The task desk: what waits for a person's decision, who may take it, and what was decided. It is a projection of its
 * own beside the process engine, written in the same transaction, so that lists stay quick however many tasks wait.
 *
 * <ol>
 *   <li>A task is seen by those who hold one of its candidate duties and by whoever took it. Superiors look at
 *       what their people have taken, readers of documents at the tasks of those they watch; neither decides them. For
 *       everybody else a task does not exist.
 *   <li>A task is taken by at most one person; completing a free task takes it.
 *   <li>The decision, the task's end and the process's next step are one transaction: all or nothing.
 *   <li>The first outcome of a task always carries its document forward.
 *   <li>A task says why it came to its reader: the duty that makes them a candidate and the rule that asked for it.
 * </ol>
 *
 * <p>Processes put tasks on the desk ({@link io.simbaerp.task.OpenTask}) and take them off; the port
 * {@link io.simbaerp.task.TaskForm} is what a business module implements for the forms it decides, the port
 * {@link io.simbaerp.task.TaskEngine} is where a completed task goes on.
 */
@ApplicationModule(
        displayName = "Task desk",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "page :: list",
            "identity",
            "identity :: choice",
            "identity :: fresh",
            "identity :: pace",
            "identity :: session",
            "audit",
            "company",
            "company :: working-day",
            "document",
            "document :: action",
            "document :: remark"
        })
@NullMarked
package io.simbaerp.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
