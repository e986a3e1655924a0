@{
    RootModule           = 'Innkeeper.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = 'd0a0f3c6-6c3f-4f0e-9a53-5b2f6f1c7e41'
    Author               = 'The Innkeeper authors'
    CompanyName          = 'Innkeeper'
    Copyright            = 'Apache-2.0'
    Description          = 'Reports the configuration and state of one Hyper-V host to an Innkeeper server. It changes nothing on the host.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FunctionsToExport    = @(
        'Get-InnkeeperSnapshot'
        'Get-InnkeeperStatus'
        'Install-Innkeeper'
        'Invoke-InnkeeperAgent'
        'Register-InnkeeperHost'
        'Send-InnkeeperSnapshot'
        'Test-Innkeeper'
        'Uninstall-Innkeeper'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
