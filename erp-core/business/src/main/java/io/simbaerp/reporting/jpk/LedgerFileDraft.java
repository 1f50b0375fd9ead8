package io.simbaerp.reporting.jpk;

import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What is asked of the file beside what the books know.
 *
 * @param correction whether it replaces one that was handed in
 * @param taxOffice the four digits of the tax office
 * @param differences what taxable result and result of the books differ by (RPD K_1 to K_8), none kept in the books
 * @param address what the company's address is not known by: voivodeship, district, municipality, house number
 */
public record LedgerFileDraft(
        LocalDate from,
        LocalDate to,
        boolean correction,
        String taxOffice,
        AddressParts address,
        List<Money> differences) {

    /** Parts of a Polish address. */
    public record AddressParts(String voivodeship, String district, String municipality, String house) {}
}
