package io.simbaerp.payment.web;

import io.simbaerp.payment.CancelPaymentRun;
import io.simbaerp.payment.LetItemThrough;
import io.simbaerp.payment.RemovePaymentOrder;
import io.simbaerp.payment.SendPaymentRun;
import io.simbaerp.payment.letgo.CancelReleasedRun;
import io.simbaerp.payment.letgo.LetOrderGo;
import org.springframework.stereotype.Component;

/** The use cases by which people move a run, for pages and REST alike. */
@Component
class RunMoves {

    private final SendPaymentRun send;
    private final CancelPaymentRun cancel;
    private final RemovePaymentOrder remove;
    private final LetItemThrough letThrough;
    private final LetOrderGo letGo;
    private final CancelReleasedRun cancelReleased;

    RunMoves(
            SendPaymentRun send,
            CancelPaymentRun cancel,
            RemovePaymentOrder remove,
            LetItemThrough letThrough,
            LetOrderGo letGo,
            CancelReleasedRun cancelReleased) {
        this.send = send;
        this.cancel = cancel;
        this.remove = remove;
        this.letThrough = letThrough;
        this.letGo = letGo;
        this.cancelReleased = cancelReleased;
    }

    SendPaymentRun send() {
        return send;
    }

    CancelPaymentRun cancel() {
        return cancel;
    }

    RemovePaymentOrder remove() {
        return remove;
    }

    LetItemThrough letThrough() {
        return letThrough;
    }

    CancelReleasedRun cancelReleased() {
        return cancelReleased;
    }

    LetOrderGo letGo() {
        return letGo;
    }
}
