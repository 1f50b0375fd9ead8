package io.simbaerp.task.reading;

/**
 * Who finds which task on the desk, as conditions on {@code task.task t}. They take the parameters company, person (whose
 * work it is), own (the person themself, nobody while they act for another), duties, grants and today.
 */
public final class InboxConditions {

    /**
     * A candidate by one of the duties, so far as it reaches. Offset 0 keeps it a look at the one task: for the few of a page
     * the server would read all candidates of the duties at once.
     */
    public static final String CANDIDATE = """
            exists (select from task.task_candidate c where c.company_id = t.company_id and c.task_id = t.id
                       and c.duty = any (cast(:duties as text[]))
                       and simba.reaches(cast(:grants as text[]), c.duty, c.extent) offset 0)""";

    /** Taken by somebody who reports to the reader today, directly or over others. A substitute has no people by it. */
    public static final String OF_PEOPLE =
            "t.assignee in (select b.person from identity.people_below(cast(:own as uuid), :today) b)";

    /** Taken by or directed to somebody for whom the reader looks after tasks today, as far as that was agreed. */
    public static final String SUBSTITUTED = """
            (t.assignee in (select s.person from identity.task_substituted(cast(:own as uuid), :today) s)
                and exists (select from identity.task_substituted(cast(:own as uuid), :today) s
                             where s.person = t.assignee and simba.reaches(array[s.reach], 'TASK', t.extent)))""";

    private static final String OF_WATCHED_DOCUMENT = """
            t.document_id in (select w.document_id from task.watch w
                               where w.company_id = :company and w.person = :person and w.document_id is not null)""";

    /** Theirs to look at without deciding it: of their people, of whom they stand in for, or about a document they may read and watch. */
    public static final String LOOKED_AT = "(" + OF_PEOPLE + " or " + SUBSTITUTED
            + " or 'VIEW_DOCUMENT' = any (cast(:duties as text[])) and " + OF_WATCHED_DOCUMENT + ")";

    /** Handed to somebody else by the person, or in their name, and with that one still. */
    public static final String DELEGATED = """
            t.assignee <> :person and exists (
                select from task.delegation d
                 where d.company_id = :company and d.task_id = t.id and d.delegated_to = t.assignee
                   and (d.delegated_by = :person or d.delegated_for = :person) offset 0)""";

    /** The task itself is watched, or the document it is about. */
    public static final String WATCHED = """
            (t.id in (select w.task_id from task.watch w
                       where w.company_id = :company and w.person = :person and w.task_id is not null) or """ + " " + OF_WATCHED_DOCUMENT + ")";

    /** The ids of all tasks the person ever handed on. Who begins with these doesn't go through everything that is open. */
    public static final String DELEGATED_IDS = """
            select d.task_id as id from task.delegation d where d.company_id = :company and d.delegated_by = :person
             union
            select d.task_id from task.delegation d where d.company_id = :company and d.delegated_for = :person""";

    /** The ids of all tasks the person watches, themselves or by their document. */
    public static final String WATCHED_IDS = """
            select w.task_id as id from task.watch w
             where w.company_id = :company and w.person = :person and w.task_id is not null
             union
            select about.id from task.watch w
             cross join lateral (
                   select t.id from task.task t where t.company_id = :company and t.document_id = w.document_id offset 0) about
             where w.company_id = :company and w.person = :person and w.document_id is not null""";

    /** Whatever the reader may see, to decide it or to look at it. */
    public static final String SEEN = "(t.assignee = :person or " + CANDIDATE + " or " + LOOKED_AT + ")";

    private InboxConditions() {}
}
