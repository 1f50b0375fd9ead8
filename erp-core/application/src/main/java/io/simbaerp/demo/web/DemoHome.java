package io.simbaerp.demo.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.demo.DemoProgress;
import io.simbaerp.page.HomeCard;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** On the home page while the demo is being prepared: how far that is. */
@Component
@ConditionalOnProperty({"simba.demo", "simba.demo.documents"})
class DemoHome implements HomeCard {

    private final DemoProgress progress;

    DemoHome(DemoProgress progress) {
        this.progress = progress;
    }

    @Override
    public Duty duty() {
        return Duty.BELONG_TO_COMPANY;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String template() {
        return "demo/home-card";
    }

    @Override
    public Record model() {
        return progress.state();
    }
}
