package io.simbaerp.setup.web;

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
