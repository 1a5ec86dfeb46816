import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Holds a PDF to standards by veraPDF's names for them ("ua1", "2a"): FILE STANDARD...; fails if it falls short of one. */
public class PdfStandards {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        boolean conforms = true;
        for (int place = 1; place < arguments.length; place++) {
            var standard = PDFAFlavour.byFlavourId(arguments[place]);
            if (standard == PDFAFlavour.NO_FLAVOUR) {
                throw new IllegalArgumentException("there is no standard called " + arguments[place]);
            }
            try (InputStream file = new FileInputStream(arguments[0]);
                    var parser = foundry.createParser(file, standard);
                    var validator = foundry.createValidator(standard, false)) {
                var result = validator.validate(parser);
                conforms &= result.isCompliant();
                Map<String, Integer> faults = new TreeMap<>();
                for (TestAssertion assertion : result.getTestAssertions()) {
                    if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                        faults.merge(assertion.getRuleId().getClause() + ": " + assertion.getMessage(), 1, Integer::sum);
                    }
                }
                faults.forEach((fault, times) -> System.out.printf("%s, %s (%d times)%n", standard, fault, times));
            }
        }
        System.exit(conforms ? 0 : 1);
    }
}
