package io.simbaerp.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.simbaerp.SimbaApplication;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import jakarta.persistence.Entity;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** The walls between the modules and the habits inside them. Each rule's name says what holds. */
class ArchitectureTest {

    /** Neither the tests of this module nor the test support of those below, as classes or as jar. */
    private static final ImportOption MAIN =
            location -> new ImportOption.DoNotIncludeTests().includes(location) && !location.contains("-tests.jar");

    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(MAIN).importPackages("io.simbaerp");

    /** Names of decimals that are no amounts: rates, quantities, shares, and the inside of Money itself. */
    private static final String NO_AMOUNT = "(?i).*(rate|percent|quantity|share|factor|mid|multiplier|hours).*";

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules modules = ApplicationModules.of(SimbaApplication.class, MAIN);
        assertThat(modules.stream().count()).isGreaterThan(10);
        modules.verify();
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> packages =
                OURS.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).isNotEmpty().allSatisfy(name -> assertThat(
                        Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                .as(name)
                .isTrue());
    }

    @Test
    void aUseCaseHasOnePublicMethod() {
        List<JavaClass> useCases = annotated(UseCase.class);
        assertThat(useCases).isNotEmpty().allSatisfy(type -> assertThat(type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> !method.isAnnotatedWith("org.springframework.context.event.EventListener")))
                .as(type.getName())
                .hasSize(1));
    }

    @Test
    void onlyUseCasesAndQueriesOpenTransactions() {
        List<String> others = OURS.stream()
                .filter(type -> !type.isAnnotation())
                .filter(type -> !type.isAnnotatedWith(UseCase.class) && !type.isAnnotatedWith(Query.class))
                .filter(type -> type.isAnnotatedWith(Transactional.class)
                        || type.getMethods().stream().anyMatch(ArchitectureTest::opensATransaction))
                .map(JavaClass::getName)
                .toList();
        assertThat(others).isEmpty();
    }

    private static boolean opensATransaction(JavaMethod method) {
        return method.isAnnotatedWith(Transactional.class)
                && method.getAnnotationOfType(Transactional.class).propagation() != Propagation.MANDATORY;
    }

    @Test
    void aggregatesAndRepositoriesAreNeverPublic() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(OURS);
    }

    @Test
    void controllersLiveInWebAndAreNeverPublic() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .andShould()
                .resideInAnyPackage("io.simbaerp..web", "io.simbaerp.page..")
                .check(OURS);
    }

    @Test
    void timeComesFromTheClock() {
        List<String> askers = OURS.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTarget().getRawParameterTypes().isEmpty())
                .filter(call -> call.getTarget().getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time")
                        || call.getTarget().getName().equals("currentTimeMillis"))
                .map(call -> call.getOriginOwner().getName() + " asks "
                        + call.getTargetOwner().getSimpleName())
                .distinct()
                .toList();
        assertThat(askers).isEmpty();
    }

    @Test
    void moneyIsNeverADoubleOrABareDecimal() {
        List<String> fields = OURS.stream()
                .filter(type -> !type.getPackageName().startsWith("io.simbaerp.money"))
                .flatMap(type -> type.getFields().stream())
                .filter(ArchitectureTest::looksLikeAnAmount)
                .map(JavaField::getFullName)
                .toList();
        assertThat(fields).isEmpty();
    }

    private static boolean looksLikeAnAmount(JavaField field) {
        String type = field.getRawType().getName();
        boolean floating =
                Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type);
        boolean publicDecimal = type.equals(BigDecimal.class.getName())
                && field.getOwner().isRecord()
                && field.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                && !field.getName().matches(NO_AMOUNT);
        boolean drawing = field.getOwner().getPackageName().startsWith("io.simbaerp.workflow.picture");
        return (floating && !drawing) || publicDecimal;
    }

    @Test
    void noClassIsCalledUtilHelperManagerOrImpl() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Service|Processor|DTO|Dto)")
                .check(OURS);
    }

    @Test
    void eventsAreRecordsAndBusinessEvents() {
        classes()
                .that(assignableTo(BusinessEvent.class))
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .andShould()
                .bePublic()
                .check(OURS);
    }

    @Test
    void onlyWorkflowKnowsCamundaAndOnlyIntegrationKnowsCamel() {
        noClasses()
                .that(not(resideInAPackage("io.simbaerp.workflow..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..")
                .check(OURS);
        noClasses()
                .that(not(resideInAPackage("io.simbaerp.integration..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..")
                .check(OURS);
    }

    @Test
    void everyDutyIsAskedForBySomebody() {
        Set<Duty> asked = EnumSet.noneOf(Duty.class);
        annotated(UseCase.class)
                .forEach(type ->
                        asked.add(type.getAnnotationOfType(UseCase.class).value()));
        annotated(Query.class)
                .forEach(type -> asked.add(type.getAnnotationOfType(Query.class).value()));
        // Approval levels are asked for by the tasks themselves, through the decision table.
        asked.addAll(EnumSet.of(
                Duty.APPROVE_INVOICE,
                Duty.APPROVE_INVOICE_ABOVE_LIMIT,
                Duty.APPROVE_JOURNAL_ENTRY,
                Duty.APPROVE_SUPPLIER,
                Duty.REVIEW_CONTROLLED_DOCUMENT,
                Duty.APPROVE_EXPENSE,
                Duty.APPROVE_EXPENSE_ABOVE_LIMIT));
        // Asked for by posting itself, only where the period is soft-closed.
        asked.add(Duty.POST_INTO_SOFT_CLOSED_PERIOD);
        // Asked for by the walls around confidential documents, in PostgreSQL.
        asked.addAll(Duty.ofSight());
        assertThat(asked).containsExactlyInAnyOrderElementsOf(Arrays.asList(Duty.values()));
    }

    /** These ask of nothing whose history people read: plans of one's own, uploads, drafts, jobs over many. */
    private static final Set<String> ABOUT_NO_RECORD = Set.of(
            "ActForColleague",
            "Batch",
            "OpenListWithView",
            "PutOffTelling",
            "EndSubstitution",
            "TellOfTasks",
            "RecordSignIn",
            "ReleasePersonHold",
            "OrderOpenItem",
            "WithdrawAssertion",
            "StopUpload",
            "PostUploadedChunk",
            "UndoSettlement",
            "NameCentreOwner",
            "TakeBackRevaluation",
            "KeepEntryDraft",
            "DiscardEntryDraft",
            "RestoreEntryDraft",
            "RevokePeriodException");

    @Test
    void aUseCaseAskedByABareIdSaysOfWhichRecordItIs() {
        Set<String> silent = new TreeSet<>();
        for (JavaClass type : annotated(UseCase.class)) {
            for (Method method : type.reflect().getDeclaredMethods()) {
                List<Parameter> parameters = Arrays.asList(method.getParameters());
                if (Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()
                        && parameters.stream().anyMatch(one -> one.getType() == UUID.class)
                        && parameters.stream()
                                .noneMatch(one -> one.isAnnotationPresent(About.class)
                                        || one.getType().getSimpleName().matches("[A-Z]\\w+Id"))) {
                    silent.add(type.getSimpleName());
                }
            }
        }
        assertThat(silent).isEqualTo(new TreeSet<>(ABOUT_NO_RECORD));
    }

    private static List<JavaClass> annotated(Class<? extends java.lang.annotation.Annotation> annotation) {
        return OURS.stream().filter(type -> type.isAnnotatedWith(annotation)).toList();
    }
}
