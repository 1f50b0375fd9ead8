package io.simbaerp.architecture;

/** There is no such thing, or none the actor may see: the two are never told apart. REST answers 404. */
public class NotFound extends RuntimeException {

    public NotFound(String kind, Object id) {
        super(kind + " " + id);
    }
}
