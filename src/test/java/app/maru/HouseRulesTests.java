package app.maru;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import java.io.PrintStream;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class HouseRulesTests {

    private static final JavaClasses HOUSE =
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.maru");

    @Test
    void noPackageIsADrawerForWhateverHasNoPlace() {
        noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..", "..dto..", "..core..")
            .check(HOUSE);
    }

    @Test
    void noClassIsNamedAfterBeingAClass() {
        for (var ending : List.of("Impl", "Helper", "Util", "Utils", "Manager", "Dto")) {
            noClasses().should().haveSimpleNameEndingWith(ending).check(HOUSE);
        }
        noClasses().should().haveSimpleNameStartingWith("Base").orShould().haveSimpleNameStartingWith("Abstract").check(HOUSE);
    }

    @Test
    void onlyDeliveryTheErrorPagesAndTheHostGuardKnowWhichServerThisIs() {
        noClasses().that(resideOutsideOfPackages("app.maru.delivery..", "app.maru.desk..", "app.maru.database.."))
            .should().dependOnClassesThat().resideInAPackage("org.eclipse.jetty..").check(HOUSE);
    }

    /** A server left behind is stopped before there is a clock. */
    @Test
    void timeComesFromAClock() {
        noClasses().that().haveNameNotMatching("app.maru.database.LeftBehind").should().callMethodWhere(asksTheMachineForTheTime()).check(HOUSE);
    }

    /** Whoever types an address must not have this desk ask it: only the providers of sign-in are spoken to. */
    @Test
    void nothingAsksAnAddressThatSomebodyTyped() {
        noClasses().that().resideOutsideOfPackages("app.maru.social..").should().dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.springframework.web.client..", "org.springframework.http.client..", "org.springframework.web.reactive..")
            .orShould().callMethod(URL.class, "openStream").orShould().callMethod(URL.class, "openConnection").check(HOUSE);
    }

    @Test
    void nobodyPrintsButTheStartAndCommands() {
        noClasses().that().resideOutsideOfPackages("app.maru", "app.maru.database..", "app.maru.identity..").and().haveNameNotMatching(".*Command")
            .should().callMethodWhere(target(owner(assignableTo(PrintStream.class))))
            .check(HOUSE);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(HOUSE);
    }

    @Test
    void whatAClassNeedsIsInItsConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(HOUSE);
        noMethods().should().beAnnotatedWith(Autowired.class).check(HOUSE);
    }

    @Test
    void controllersAreNobodysBusiness() {
        classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate().check(HOUSE);
        noClasses().should().callMethodWhere(DescribedPredicate.describe("call a controller", call ->
            call.getTargetOwner().isMetaAnnotatedWith(Controller.class) && !call.getOriginOwner().equals(call.getTargetOwner()))).check(HOUSE);
    }

    private static DescribedPredicate<JavaCall<?>> asksTheMachineForTheTime() {
        return DescribedPredicate.describe("ask the machine for the time", call -> {
            var owner = call.getTargetOwner();
            var name = call.getName();
            boolean now = name.equals("now") && List.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)
                .stream().anyMatch(owner::isEquivalentTo)
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean clock = owner.isEquivalentTo(Clock.class) && name.startsWith("system") && !call.getOriginOwner().isEquivalentTo(MaruApplication.class);
            boolean machine = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
            return now || clock || machine;
        });
    }
}
