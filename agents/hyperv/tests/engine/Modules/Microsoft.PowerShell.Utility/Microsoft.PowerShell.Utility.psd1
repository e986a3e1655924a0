# What the tests' scripts need of the Utility module of Windows; the agent itself needs nothing of it.
@{
    RootModule        = '../../engine.dll'
    ModuleVersion     = '3.1.0.0'
    GUID              = '1da87e53-152b-403e-98dc-74d7b4d63d59'
    CmdletsToExport   = @('ConvertFrom-Json')
    FunctionsToExport = @()
    AliasesToExport   = @()
}
