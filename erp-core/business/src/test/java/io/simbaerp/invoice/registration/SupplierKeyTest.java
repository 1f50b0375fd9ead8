package io.simbaerp.invoice.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.invoice.received.Seller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupplierKeyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Dostawca       | PL 526-025-02-74 | PL | 5260250274       | PL
            Lieferant GmbH | DE123456789      | DE | DE123456789      | DE
            Προμηθευτής    | EL123456789      | -  | EL123456789      | GR
            Kleiner  Laden | -                | DE | name:kleiner laden | DE
            Supplier       | ATU12345678      | ZZ | ATU12345678      | AT
            """)
    void tellsSuppliersApart(
            String name, @Nullable String vatId, @Nullable String address, String key, String country) {
        Seller seller = SampleInvoice.to(null)
                .seller(name, vatId, address)
                .line("x", "1.00", "S", "23")
                .build()
                .seller();

        assertThat(SupplierKey.of(seller)).isEqualTo(key);
        assertThat(SupplierKey.country(seller)).hasValue(country);
    }
}
