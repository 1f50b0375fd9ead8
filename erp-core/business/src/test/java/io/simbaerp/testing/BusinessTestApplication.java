package io.simbaerp.testing;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The modules on the class path without the application above them: what module tests start. */
@SpringBootConfiguration
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "io.simbaerp")
@ComponentScan(
        basePackages = "io.simbaerp",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.simbaerp\\.testing\\..*"))
public class BusinessTestApplication {}
