package app.maru.chaos;

/** What holds in the tables at any moment, as a query for whatever breaks it. */
enum Invariant {

    EDITIONS_HAVE_NO_GAP("edition %s is missing", """
        select expected.number::text from generate_series(1, (select edition from published_site)) as expected (number)
        where not exists (select from editions where editions.number = expected.number)"""),

    NO_EDITION_IS_BEYOND_THE_NEWEST("edition %s is beyond the newest", """
        select number::text from editions where number > (select edition from published_site)"""),

    EVERY_EDITION_CHANGES_SOMETHING("edition %s has lost what it changed", """
        select number::text from editions
        where not exists (select from publications where from_edition = number) and not exists (select from publications where until_edition = number)"""),

    PUBLISHING_OPENS_A_PUBLICATION("edition %s published nothing", """
        select number::text from editions
        where action = 'publish' and not exists (select from publications where from_edition = number)"""),

    PUBLICATIONS_BEGIN_AND_END_WITH_AN_EDITION("a publication of %s begins or ends with an edition that is not there", """
        select entry_id::text from publications
        where not exists (select from editions where number = from_edition)
           or until_edition is not null and not exists (select from editions where number = until_edition)"""),

    AN_ENTRY_IS_LIVE_ONCE("entry %s is live twice in one edition", """
        select one.entry_id::text from publications one join publications other on one.entry_id = other.entry_id and one.id < other.id
        where int8range(one.from_edition, one.until_edition) && int8range(other.from_edition, other.until_edition)"""),

    THE_CATALOGUE_SAYS_WHAT_IS_LIVE("the catalogue says that another revision of %s is live than its open publication", """
        select entry.entry_id::text from content_entries entry
        left join publications open on open.entry_id = entry.entry_id and open.until_edition is null
        where entry.live is distinct from open.revision"""),

    REVISIONS_HAVE_NO_GAP("the revisions of %s are not as many as its catalogue row says", """
        select entry_id::text from content_entries
        left join (select entry_id, count(*) as size, max(number) as newest from content_revisions group by entry_id) kept using (entry_id)
        where size is distinct from revisions or newest is distinct from revisions"""),

    THE_HEAD_IS_A_REVISION("the working copy of %s is no revision of it", """
        select entry.entry_id::text from content_entries entry where not exists
          (select from content_revisions where content_revisions.entry_id = entry.entry_id and number = head)"""),

    EVERY_WORKING_COPY_IS_IN_THE_CATALOGUE("%s is only in the catalogue or only in its own table", """
        select coalesce(product_id, entry_id)::text from billing_products
        full join (select * from content_entries where type = 'billing/products') entry on entry_id = product_id
        where product_id is null or entry_id is null"""),

    WHAT_WAS_SAVED_IS_CHECKED_OR_WAITS_FOR_IT("%s was saved, and nobody will ever check it", """
        select entry_id::text from content_entries left join content_checks using (entry_id)
        where answered is null or answered = wished and revision is distinct from head"""),

    THE_CATALOGUE_SAYS_WHAT_THE_WORKING_COPY_SAYS("the catalogue names %s otherwise than its own table", """
        select entry_id::text from content_entries join billing_products on product_id = entry_id
        where (content_entries.title, content_entries.slug) is distinct from (billing_products.name, billing_products.slug)""");

    final String sentence;
    final String breaches;

    Invariant(String sentence, String breaches) {
        this.sentence = sentence;
        this.breaches = breaches;
    }
}
