package io.simbaerp.page.web;

import io.simbaerp.architecture.Permission;
import io.simbaerp.page.CurrentReader;
import io.simbaerp.page.HomeCard;
import io.simbaerp.page.NextWork;
import io.simbaerp.page.PageReader;
import io.simbaerp.page.RuleTexts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: what is mine to do and what I should know, made of the cards the modules contribute. */
@Controller
class HomeController {

    private final List<HomeCard> cards;
    private final Permission permission;
    private final CurrentReader currentReader;
    private final ObjectProvider<NextWork> nextWork;
    private final RuleTexts ruleTexts;

    HomeController(
            List<HomeCard> cards,
            Permission permission,
            CurrentReader currentReader,
            ObjectProvider<NextWork> nextWork,
            RuleTexts ruleTexts) {
        this.cards =
                cards.stream().sorted(Comparator.comparing(HomeCard::order)).toList();
        this.permission = permission;
        this.currentReader = currentReader;
        this.nextWork = nextWork;
        this.ruleTexts = ruleTexts;
    }

    @GetMapping("/")
    String home(Model model) {
        Optional<NextWork> work = Optional.ofNullable(nextWork.getIfAvailable());
        List<HomeView.Card> shown = cards.stream()
                .filter(card -> permission.has(card.duty()))
                .map(card -> new HomeView.Card(card.template(), card.place() == HomeCard.Place.MAIN, card.model()))
                .toList();
        model.addAttribute(
                "home",
                new HomeView(
                        work.flatMap(NextWork::sentence).orElseGet(this::greeting),
                        work.flatMap(NextWork::address).orElse(null),
                        shown));
        return "page/home";
    }

    @GetMapping("/more")
    String more() {
        return "page/more";
    }

    private String greeting() {
        String name = currentReader.find().map(PageReader::displayName).orElse("");
        return ruleTexts.message("page.home-welcome", List.of(name));
    }

    /** The home page as it is shown. */
    record HomeView(String sentence, @Nullable String next, List<Card> cards) {

        /** A card, in the wide column or the narrow one. */
        record Card(String template, boolean main, Record model) {}
    }
}
