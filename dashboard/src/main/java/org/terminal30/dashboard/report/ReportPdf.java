package org.terminal30.dashboard.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import jakarta.inject.Singleton;

/** Makes a PDF of a report's sheet. The typeface is in the program and goes into every file. Safe for any thread, one at a time. */
@Singleton
public final class ReportPdf {
    private static final String FAMILY = "Inter";
    private static final String FONTS = "/fonts/";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private static final Set<FSFontUseCase> EVERYWHERE = Set.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

    /** One at a time: a Pi has the memory for one. */
    private final ReentrantLock drawing = new ReentrantLock();

    /** What it is printed on. */
    public enum Paper {
        A4(210, 297),
        LETTER(215.9f, 279.4f);

        private final float widthMillimetres;
        private final float heightMillimetres;

        Paper(float widthMillimetres, float heightMillimetres) {
            this.widthMillimetres = widthMillimetres;
            this.heightMillimetres = heightMillimetres;
        }
    }

    ReportPdf() {
        // It would write to the console by itself; what fails is thrown.
        XRLog.setLoggingEnabled(false);
    }

    /**
     * The PDF of a page.
     *
     * @param xhtml well-formed, with its style inside; nothing else is loaded for it
     */
    public byte[] of(String xhtml, Paper paper) {
        drawing.lock();
        try (ByteArrayOutputStream pdf = new ByteArrayOutputStream(); BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            new PdfRendererBuilder()
                    .useDefaultPageSize(paper.widthMillimetres, paper.heightMillimetres, PageSizeUnits.MM)
                    .useFont(() -> font("Inter_400Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true, EVERYWHERE)
                    .useFont(() -> font("Inter_700Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true, EVERYWHERE)
                    .useUriResolver((base, uri) -> null)
                    .useSVGDrawer(drawer).withProducer("Terminal 30").withHtmlContent(xhtml, null).toStream(pdf).run();
            return pdf.toByteArray();
        } catch (IOException cannotDraw) {
            throw new UncheckedIOException("the PDF of a report cannot be made", cannotDraw);
        } finally {
            drawing.unlock();
        }
    }

    private static InputStream font(String name) {
        InputStream font = ReportPdf.class.getResourceAsStream(FONTS + name);
        if (font == null) {
            throw new IllegalStateException("the program lacks its typeface %s%s".formatted(FONTS, name));
        }
        return font;
    }
}
