function Test-Innkeeper {
    <#
    .SYNOPSIS
        A preflight: everything that the agent needs of this host and of the way to the server, each with what to do.
    .DESCRIPTION
        Changes nothing and sends no report. May be run before the agent is installed, with -Server. Run it as the account that
        the agent works as, or as an administrator, who sees at least as much.
    .EXAMPLE
        Test-Innkeeper -Server https://innkeeper.example

        Looks at this host before the agent is installed.
    .EXAMPLE
        Test-Innkeeper | Where-Object result -ne 'ok'

        Shows what is not as it should be.
    .OUTPUTS
        One object a check: check, result (ok, warning, failed), detail, advice.
    #>
    [CmdletBinding()]
    param (
        # The server's address, where the agent is not installed yet.
        [string] $Server,
        [string] $Proxy,
        [switch] $ProxyUseDefaultCredentials,
        [switch] $AllowPlainHttp,

        # The agent's data, where they are not under C:\ProgramData\Innkeeper.
        [string] $DataPath
    )
    $path = Get-InnkeeperPath $DataPath
    $setting = $null
    try { $setting = Get-InnkeeperSetting $path }
    catch { New-InnkeeperCheck 'settings' 'failed' (Get-InnkeeperErrorText $_) 'settings.json cannot be read: run this elevated, or Install-Innkeeper again.' }
    if ($Server -or $null -eq $setting) {
        $setting = New-InnkeeperSetting
        $setting['server'] = $Server
        $setting['proxy'] = $Proxy
        $setting['proxyUseDefaultCredentials'] = [bool] $ProxyUseDefaultCredentials
        $setting['allowPlainHttp'] = [bool] $AllowPlainHttp
    }
    Test-InnkeeperEngine
    Test-InnkeeperRight
    Test-InnkeeperModule
    if ($setting['server']) { Test-InnkeeperServer $setting }
    else { New-InnkeeperCheck 'server' 'warning' 'No server is known.' 'Say -Server https://...' }
    Test-InnkeeperInstallation $path
}
