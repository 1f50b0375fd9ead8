package io.simbaerp.document.action;

import io.simbaerp.document.DocumentView;
import java.util.List;

/** Offers actions on the page of a document. Implemented by the modules that know what a kind of documents is for. */
public interface DocumentActions {

    /** What the reader may do with this document now. */
    List<OfferedAction> of(DocumentView document);
}
