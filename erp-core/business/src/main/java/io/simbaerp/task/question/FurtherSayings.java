package io.simbaerp.task.question;

import io.simbaerp.architecture.Subject;
import java.util.List;

/** Port to the modules that have more to tell about a matter than questions and answers, such as approvals asked for besides. */
public interface FurtherSayings {

    /** In the reader's words. */
    List<Conversation.Line> about(Subject subject);
}
