package io.simbaerp.setup;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CompanyDraft;
import io.simbaerp.company.FoundCompany;
import io.simbaerp.document.classification.DefineDocumentClass;
import io.simbaerp.document.classification.DocumentClassDraft;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.tax.InstallTaxCodes;
import java.util.List;

/** Sets up the company acted for: its calendar, chart of accounts, VAT codes, standard roles, document classes and first users. */
@UseCase(Duty.ADMINISTER)
public class SetUpCompany {

    private final FoundCompany foundCompany;
    private final InstallChartOfAccounts installChartOfAccounts;
    private final InstallTaxCodes installTaxCodes;
    private final DefineRole defineRole;
    private final DefineDocumentClass defineDocumentClass;
    private final RegisterUser registerUser;

    SetUpCompany(
            FoundCompany foundCompany,
            InstallChartOfAccounts installChartOfAccounts,
            InstallTaxCodes installTaxCodes,
            DefineRole defineRole,
            DefineDocumentClass defineDocumentClass,
            RegisterUser registerUser) {
        this.foundCompany = foundCompany;
        this.installChartOfAccounts = installChartOfAccounts;
        this.installTaxCodes = installTaxCodes;
        this.defineRole = defineRole;
        this.defineDocumentClass = defineDocumentClass;
        this.registerUser = registerUser;
    }

    public void setUp(CompanyDraft company, List<UserDraft> users) {
        foundCompany.found(company);
        installChartOfAccounts.install();
        installTaxCodes.install();
        StandardRoles.all().forEach(defineRole::define);
        DocumentClassDraft.usual().forEach(defineDocumentClass::define);
        users.forEach(registerUser::register);
    }
}
