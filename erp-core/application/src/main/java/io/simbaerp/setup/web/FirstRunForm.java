package io.simbaerp.setup.web;

import org.jspecify.annotations.Nullable;

/** What the page of the first run asks for. */
record FirstRunForm(
        String companyName,
        String taxId,
        String country,
        String street,
        String postalCode,
        String city,
        String displayName,
        String login,
        String password) {

    /** A field that isn't sent at all is one left empty. */
    FirstRunForm {
        companyName = entered(companyName);
        taxId = entered(taxId);
        country = entered(country);
        street = entered(street);
        postalCode = entered(postalCode);
        city = entered(city);
        displayName = entered(displayName);
        login = entered(login);
        password = entered(password);
    }

    private static String entered(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Without the password: that is entered anew. */
    FirstRunForm shownAgain() {
        return new FirstRunForm(companyName, taxId, country, street, postalCode, city, displayName, login, "");
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "FirstRunForm[" + login + "]";
    }
}
