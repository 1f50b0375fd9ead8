package io.simbaerp.ledger.purpose;

import java.util.Locale;

/** What an account is taken for without being named. */
public enum AccountPurpose {
    /** Realised gains when items in foreign currency are settled. */
    EXCHANGE_GAIN,
    /** Realised losses when items in foreign currency are settled. */
    EXCHANGE_LOSS,
    /** Gains of valuing open items in foreign currency on a day. */
    REVALUATION_GAIN,
    /** Losses of valuing open items in foreign currency on a day. */
    REVALUATION_LOSS,
    /** Where income and expenses of a year are carried to when it is closed. */
    YEAR_RESULT;

    /** Its name in message keys and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
