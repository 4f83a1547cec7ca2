package app.maru.billing;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import app.maru.content.Content;
import app.maru.content.Default;
import app.maru.content.Distinct;
import app.maru.content.Icon;
import app.maru.content.Link;
import app.maru.content.Markdown;
import app.maru.content.Slugged;
import app.maru.content.Stamp;
import app.maru.content.Visibility;

/** A plan on sale: what it offers, how to start, what people ask, and where to pay. */
@Content(path = "billing/products", title = "name", icon = "credit-card", place = 10)
@Table("billing_products")
record Product(@Id @Nullable Long id, UUID productId, @Version @Nullable Integer version,
               @NotBlank @Size(max = 120) String name,
               @NotBlank @Slugged(from = "name") @Size(max = 96) @Nullable String slug,
               @Size(max = 200) String headline,
               @Markdown @Size(max = 4000) String description,
               @Default("public") Visibility visibility,
               @Default("true") boolean isActive,
               List<@Valid Feature> features,
               List<@Valid Step> steps,
               List<@Valid Faq> faqs,
               @Distinct({"provider", "interval"}) List<@Valid CheckoutLink> checkoutLinks,
               @Embedded.Empty Stamp stamp) {

    @Table("billing_plan_features")
    record Feature(UUID featureId, @NotBlank @Size(max = 120) String label, @Icon @Size(max = 64) @Nullable String icon,
                   @Size(max = 4000) @Nullable String description, @Embedded.Empty Stamp stamp) {}

    @Table("billing_plan_steps")
    record Step(UUID stepId, @NotBlank @Size(max = 200) String title, @Markdown @Size(max = 4000) String description,
                @Embedded.Empty Stamp stamp) {}

    @Table("billing_plan_faqs")
    record Faq(UUID faqId, @NotBlank @Size(max = 200) String question, @Markdown @Size(max = 4000) String answer,
               @Embedded.Empty Stamp stamp) {}

    @Table("billing_checkout_links")
    record CheckoutLink(UUID linkId, @Default("stripe") @NotNull Provider provider, @Nullable Interval interval,
                        @NotBlank @Size(max = 120) String ctaLabel, @Link @Size(max = 2000) @Nullable String checkoutUrl,
                        @Link @Size(max = 2000) @Nullable String successUrl, @Link @Size(max = 2000) @Nullable String cancelUrl,
                        @Min(0) @Max(365) @Nullable Integer trialDays, @Embedded.Empty Stamp stamp) {}

    enum Provider { STRIPE, TOSS, PAYPAL, MANUAL }

    enum Interval { MONTHLY, YEARLY, LIFETIME }
}
