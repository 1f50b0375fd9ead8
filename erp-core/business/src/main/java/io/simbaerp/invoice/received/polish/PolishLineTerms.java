package io.simbaerp.invoice.received.polish;

import io.simbaerp.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a Polish structured invoice states and EN 16931 has no term for.
 *
 * @param before StanPrzed: the line as it was before the correction; its amounts are taken away again
 * @param uniqueId UU_ID: pairs the line before with the line after
 * @param grossPrice P_9B: price with VAT
 * @param gross P_11A: value with VAT; a seller states it instead of BT-131, which is then computed from it
 * @param vat P_11Vat
 * @param rateCode P_12 as written, such as 23, zw, oo or np I
 * @param annexFifteen P_12_Zal_15: goods or services of annex 15, for which split payment is mandatory
 * @param excise KwotaAkcyzy: excise within the price
 * @param goodsGroup GTU, such as GTU_06
 * @param procedure Procedura, such as TT_D
 * @param exchangeRate KursWaluty: at which the VAT was converted to PLN
 */
public record PolishLineTerms(
        boolean before,
        @Nullable String uniqueId,
        @Nullable Money grossPrice,
        @Nullable Money gross,
        @Nullable Money vat,
        @Nullable String rateCode,
        boolean annexFifteen,
        @Nullable Money excise,
        @Nullable String goodsGroup,
        @Nullable String procedure,
        @Nullable BigDecimal exchangeRate) {}
