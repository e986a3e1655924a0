function Test-Innkeeper {
    <#
    .SYNOPSIS
        Runs a preflight: checks all requirements on this host and the connection to the server, with advice for each.
    .DESCRIPTION
        Changes nothing and sends no report. With -Server, it can be run before the agent is installed. Run it as the account that
        the agent runs as, or as an administrator, who can see at least as much.
    .EXAMPLE
        Test-Innkeeper -Server https://innkeeper.example

        Checks this host before the agent is installed.
    .EXAMPLE
        Test-Innkeeper | Where-Object result -ne 'ok'

        Shows the checks that are not ok.
    .OUTPUTS
        One object per check: check, result (ok, warning, failed), detail, advice.
    #>
    [CmdletBinding()]
    param (
        # The server's address, if the agent is not installed yet.
        [string] $Server,
        [string] $Proxy,
        [switch] $ProxyUseDefaultCredentials,
        [switch] $AllowPlainHttp,

        # The agent's data folder, if it is not C:\ProgramData\Innkeeper.
        [string] $DataPath
    )
    $path = Get-InnkeeperPath $DataPath
    $setting = $null
    try { $setting = Get-InnkeeperSetting $path }
    catch { New-InnkeeperCheck 'settings' 'failed' (Get-InnkeeperErrorText $_) 'settings.json cannot be read. Run this elevated, or run Install-Innkeeper again.' }
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
    else { New-InnkeeperCheck 'server' 'warning' 'No server is specified.' 'Specify -Server https://...' }
    Test-InnkeeperInstallation $path
}
