"""Everyday words that schools, districts and places are called by: "Cedar", "Two Rivers", "Lincoln"."""

PLACE_WORDS = frozenset(
    """north south east west central valley river lake hill hills creek oak oaks pine maple cedar elm willow park ridge
    view mountain mesa canyon forest grove meadow spring springs bay ocean harbor island prairie rock stone bridge mill
    field fields heights glen garden summit sunset sunrise horizon heritage liberty freedom pioneer frontier lincoln
    washington jefferson jackson madison monroe adams roosevelt kennedy franklin grant king hope faith grace trinity
    holy sacred mission legacy discovery explorer eagle falcon hawk bear wolf fox robin lark union main memorial
    century millennium international global community northwest northeast southwest southeast new old big little
    upper lower middle twin cross golden silver red white blue green black rose lone star sun crystal fair high
    crest wood woods water waters falls beach shore point port cape cove brook trail crossing fork forks bend gate
    market church town city county village harvest orchard cherry apple peach walnut chestnut birch ash beech laurel
    forest riverside lakeside hillside seaside woodside hillcrest oakwood brookside creekside two three rivers
    lakes deer elk moose otter beaver wren cactus sycamore tidewater copper basin vista mesa
    rise run bend ranch desert harbor bluff bluffs cliff ridge dell vale hollow shady grove orchard vineyard
    aspen poplar
    magnolia dogwood hawthorn hawthorne juniper cypress redwood sequoia palm palmetto chaparral sage yucca agave clover
    daisy lily iris larkspur goldenrod meadowlark cardinal oriole sparrow swan heron crane pelican salmon trout dolphin
    coyote cougar mustang buffalo bison antler arrow canoe anchor beacon lighthouse quarry granite marble slate cobble
    sandstone limestone flint iron steel nickel diamond emerald ruby jade pearl amber coral indigo scarlet great bay
    street avenue plains prairie mount saddle rocky sandy stony windy misty clear cold warm sweet walnut hickory acorn
    cottonwood peachtree pinecrest northgate eastgate westgate southgate midtown uptown academy memorial veterans
    carver booker tubman douglass king chavez roosevelt truman eisenhower nixon reagan carter bush cleveland tyler polk
    pierce hayes garfield arthur harding hoover taft wilson edison einstein curie franklin hamilton hancock revere
    crockett houston bowie austin travis lamar sherman sheridan custer jackson lee stuart mosby longstreet audubon muir
    thoreau emerson whittier longfellow hawthorne twain alcott dickinson whitman frost sandburg steinbeck""".split()
)

GENERIC = frozenset(
    """two three four five six seven eight nine ten both upper lower city town county state small-town mid-size suburban
    exurban urban rural village church day field main union central summer neighborhood community""".split()
)
"""Words that name a school only together with another one, or with a capital that no sentence gives them."""
