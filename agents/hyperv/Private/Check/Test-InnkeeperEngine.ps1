function Test-InnkeeperEngine {
    <#
    .SYNOPSIS
        Preflight: checks the PowerShell engine.
    #>
    [CmdletBinding()]
    param ()
    $version = $PSVersionTable.PSVersion
    if ($version -ge [version] '5.1') { New-InnkeeperCheck 'PowerShell' 'ok' "version $version" }
    else { New-InnkeeperCheck 'PowerShell' 'failed' "version $version" 'Install Windows Management Framework 5.1.' }
    if ([Environment]::Is64BitProcess) { New-InnkeeperCheck '64 bits' 'ok' 'a 64-bit process' }
    else { New-InnkeeperCheck '64 bits' 'failed' 'a 32-bit process' 'Start the 64-bit Windows PowerShell: the Hyper-V module is not available to 32-bit processes.' }
    $mode = $ExecutionContext.SessionState.LanguageMode
    if ($mode -eq 'FullLanguage') { New-InnkeeperCheck 'language mode' 'ok' 'FullLanguage' }
    else { New-InnkeeperCheck 'language mode' 'failed' "$mode" 'Application control restricts this PowerShell. Sign the module and trust its signer (docs/agent.md).' }
}
