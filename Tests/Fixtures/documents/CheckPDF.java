import java.io.File;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Validates PDF files against PDF/UA-1 and PDF/A-2a by veraPDF's engine, all in one start.
 *
 * Prints a line a file and standard: path, standard, "passed" or the clauses that failed; ends with 1 if any did.
 */
public class CheckPDF {
    public static void main(String[] paths) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        boolean allPassed = true;
        for (String path : paths) {
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
                try (var parser = Foundries.defaultInstance().createParser(new File(path), flavour);
                        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    var result = validator.validate(parser);
                    allPassed &= result.isCompliant();
                    System.out.println(path + "\t" + flavour.getId() + "\t" + words(result.isCompliant(), result.getTestAssertions()));
                }
            }
        }
        System.exit(allPassed ? 0 : 1);
    }

    private static String words(boolean passed, List<TestAssertion> assertions) {
        if (passed) return "passed";
        var failed = new StringBuilder();
        for (var assertion : assertions) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
            failed.append(assertion.getRuleId().getClause()).append(": ").append(assertion.getMessage()).append("; ");
        }
        return failed.toString();
    }
}
