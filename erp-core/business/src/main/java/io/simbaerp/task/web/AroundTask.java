package io.simbaerp.task.web;

import io.simbaerp.task.TaskList;
import io.simbaerp.task.delegation.Reassignments;
import io.simbaerp.task.question.Conversation;

/**
 * What stands beside a task on its page.
 *
 * @param place among those the reader can work on
 * @param entered what its form holds
 * @param said what was asked about it and answered
 * @param watched whether the reader watches it
 * @param reassign what the reader may do with it while a colleague holds it
 */
record AroundTask(
        TaskList.Place place, Entered entered, Conversation.Said said, boolean watched, Reassignments.Offer reassign) {}
