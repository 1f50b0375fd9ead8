package io.simbaerp.architecture;

/** There is no such thing, or none the actor may see: the two are never told apart. REST answers 404. */
public class NotFound extends RuntimeException {

    private final String kind;
    private final Object id;

    public NotFound(String kind, Object id) {
        super(kind + " " + id);
        this.kind = kind;
        this.id = id;
    }

    public String kind() {
        return kind;
    }

    /** What was asked for, as it was asked for. */
    public Object id() {
        return id;
    }
}
