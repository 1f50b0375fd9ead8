package io.simbaerp.payment.proposal;

import io.simbaerp.company.bankaccount.BankProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the payee reads on its statement, in letters the bank takes: the KSeF number first, then the invoice's own. */
public final class PaymentTitle {

    private static final int LONGEST = 140;
    private static final int LONGEST_NUMBER = 35;
    private static final String SIGNS = "/-?:().,'+ ";
    private static final String POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
    private static final Map<Character, String> WHOLE = Map.of(
            'ł', "l", 'Ł', "L", 'ß', "ss", 'ø', "o", 'Ø', "O", 'æ', "ae", 'Æ', "AE", 'đ', "d", '–', "-", '&', "+");

    private PaymentTitle() {}

    /** Of an ordinary transfer: as many numbers as there is room for, and how many more. */
    static String of(List<PayableItem> items, BankProfile.CharacterSet characters) {
        List<String> numbers = new ArrayList<>();
        for (PayableItem item : items) {
            PayableItem.Voucher voucher = item.voucher();
            if (voucher.ksefNumber() != null) {
                numbers.add(voucher.ksefNumber());
            }
            numbers.add(voucher.number());
        }
        StringBuilder title = new StringBuilder();
        for (int place = 0; place < numbers.size(); place++) {
            String number = written(numbers.get(place), characters);
            String rest = " +" + (numbers.size() - place);
            if (title.length() + 1 + number.length() + rest.length() > LONGEST) {
                return cut(title + rest, LONGEST).strip();
            }
            title.append(title.isEmpty() ? "" : " ").append(number);
        }
        return title.toString();
    }

    /** Of a split payment, as the bank wants it written; the VAT is the share of what is paid. */
    static String ofSplit(PayableItem item, BankProfile profile) {
        PayableItem.Voucher voucher = item.voucher();
        String number = Objects.requireNonNullElse(voucher.ksefNumber(), voucher.number());
        String vat = vatIn(item).toPlainString().replace('.', ',');
        String filled = profile.splitTitle()
                .replace("{vat}", vat)
                .replace("{taxId}", Objects.requireNonNullElse(voucher.supplierTaxId(), ""))
                .replace("{number}", cut(number, LONGEST_NUMBER));
        String bare = filled.replace("{text}", "");
        String text = cut(written(voucher.number(), profile.characterSet()), Math.max(0, LONGEST - bare.length()));
        return cut(written(filled.replace("{text}", text), profile.characterSet()), LONGEST);
    }

    /** The VAT in what is paid: of a rest its share, since a bank refuses more VAT than the transfer has. */
    private static BigDecimal vatIn(PayableItem item) {
        PayableItem.Voucher voucher = item.voucher();
        BigDecimal vat = voucher.vat() == null ? BigDecimal.ZERO : voucher.vat().amount();
        BigDecimal gross = voucher.gross().amount();
        BigDecimal paid = item.owed().amount();
        boolean rest = voucher.gross().currency().equals(item.owed().currency()) && paid.compareTo(gross) < 0;
        return rest ? vat.multiply(paid).divide(gross, 2, RoundingMode.HALF_UP) : vat.setScale(2, RoundingMode.HALF_UP);
    }

    /** In letters the bank takes; what has no likeness becomes a space. */
    public static String written(String text, BankProfile.CharacterSet characters) {
        StringBuilder written = new StringBuilder();
        for (char letter : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            if (characters == BankProfile.CharacterSet.POLISH && POLISH.indexOf(letter) >= 0) {
                written.append(letter);
            } else {
                written.append(latin(letter));
            }
        }
        return written.toString().replaceAll(" +", " ").strip();
    }

    private static String latin(char letter) {
        String whole = WHOLE.get(letter);
        if (whole != null) {
            return whole;
        }
        String plain = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .substring(0, 1);
        boolean taken = plain.matches("[A-Za-z0-9]") || SIGNS.contains(plain);
        return taken ? plain : " ";
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
