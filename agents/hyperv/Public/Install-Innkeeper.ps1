function Install-Innkeeper {
    <#
    .SYNOPSIS
        Installs, repairs or upgrades the agent on this host: files, scheduled task, enrolment, first snapshot.
    .DESCRIPTION
        Can be run repeatedly: it keeps settings, identity, token and spool, and restores or updates what is missing or outdated.
        Requires an elevated Windows PowerShell. Changes nothing in Hyper-V, network or storage, and opens no port.
    .EXAMPLE
        Install-Innkeeper -Server https://innkeeper.example -Key ike_...

        Installs the agent to run as Local System.
    .EXAMPLE
        Install-Innkeeper -Server https://innkeeper.example -Key ike_... -Account CORP\innkeeper$

        Installs it to run as a group managed service account. See docs/agent-rights.md for how to create one.
    .EXAMPLE
        Install-Innkeeper

        Repairs or upgrades an installed agent with its current settings.
    .EXAMPLE
        Install-Innkeeper -Server https://innkeeper.example -Key ike_... -WhatIf

        Shows what would be done.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param (
        # The server's address. Not required if the agent is already installed.
        [string] $Server,

        # An enrolment key. Not required if this host is already enrolled.
        [ValidatePattern('\A(ike_[0-9A-Za-z_-]+)?\z')] [string] $Key,

        # A group managed service account, DOMAIN\name$. Without it the agent runs as Local System, or as the current account.
        [string] $Account,

        # A proxy, for example http://proxy.example:3128. Without it no proxy is used, whatever the Windows settings are.
        [string] $Proxy,

        # Authenticates to the proxy as the agent's account.
        [switch] $ProxyUseDefaultCredentials,

        # Allows plain HTTP to a server on another machine. Token and report can then be read in transit.
        [switch] $AllowPlainHttp,

        # The agent's data folder, instead of C:\ProgramData\Innkeeper.
        [string] $DataPath,

        # The folder for the module, instead of C:\Program Files\WindowsPowerShell\Modules\Innkeeper.
        [string] $ProgramPath = (Get-InnkeeperProgramPath)
    )
    if (-not (Get-InnkeeperAccount).rights['administrator']) { throw 'This requires an elevated Windows PowerShell: start it with "Run as administrator".' }
    $path = Get-InnkeeperPath $DataPath
    if ([System.IO.Directory]::Exists($path.root)) {
        $fault = Get-InnkeeperFolderFault $path.root
        if ($fault) { throw "$fault Check its contents, remove it, and install again." }
    }
    $setting = $null
    try { $setting = Get-InnkeeperSetting $path }
    catch {
        # Settings that cannot be read must not stop a repair: they are specified again.
        if (-not $Server) { throw "$(Get-InnkeeperErrorText $_) Specify -Server and all other parameters of the original installation." }
        $PSCmdlet.WriteWarning("$(Get-InnkeeperErrorText $_) The settings are recreated.")
    }
    if ($null -eq $setting) { $setting = New-InnkeeperSetting }
    if ($Server) { $setting['server'] = $Server.TrimEnd('/') }
    if ($PSBoundParameters.ContainsKey('Account')) { $setting['account'] = $Account }
    if ($PSBoundParameters.ContainsKey('Proxy')) { $setting['proxy'] = $Proxy }
    if ($PSBoundParameters.ContainsKey('ProxyUseDefaultCredentials')) { $setting['proxyUseDefaultCredentials'] = [bool] $ProxyUseDefaultCredentials }
    if ($PSBoundParameters.ContainsKey('AllowPlainHttp')) { $setting['allowPlainHttp'] = [bool] $AllowPlainHttp }
    $wrong = Test-InnkeeperServerUrl $setting['server'] $setting['allowPlainHttp']
    if (-not $wrong) { $wrong = Test-InnkeeperProxyUrl $setting['proxy'] }
    if ($wrong) { throw $wrong }
    $machineId = (Get-InnkeeperMachine).machineId
    $isEnrolled = (Get-InnkeeperInstance $path $machineId) -and [System.IO.File]::Exists($path.token)
    if (-not $isEnrolled -and -not $Key) { throw 'This host is not enrolled yet: specify an enrolment key with -Key. Create one on the server under Hosts, Enrol a host.' }

    if ($PSCmdlet.ShouldProcess($path.root, 'Create the data folder, with access for SYSTEM, Administrators and the agent only')) {
        Set-InnkeeperFolderRight $path.root $setting['account']
        Write-InnkeeperJsonFile $path.settings $setting
    }
    if ($PSCmdlet.ShouldProcess('Application log', 'Register the event source Innkeeper')) { Set-InnkeeperEventSource }
    $isCopied = $false
    $manifest = [System.IO.Path]::Combine($ProgramPath, (Get-InnkeeperVersion), 'Innkeeper.psd1')
    if ($PSCmdlet.ShouldProcess($ProgramPath, "Install version $(Get-InnkeeperVersion) of the module")) {
        [void] [System.IO.Directory]::CreateDirectory($ProgramPath)
        $manifest = Copy-InnkeeperModule $ProgramPath
        $isCopied = $true
    }
    if ($Key -and -not $isEnrolled -and $PSCmdlet.ShouldProcess($setting['server'], 'Enrol this host')) {
        [void] (Register-InnkeeperHost -Key $Key -DataPath $path.root -Confirm:$false)
    }
    $who = if ($setting['account']) { $setting['account'] } else { 'Local System' }
    if ($PSCmdlet.ShouldProcess('\Innkeeper\Innkeeper agent', "Register the scheduled task, to run as $who")) {
        $instanceId = Get-InnkeeperInstance $path $machineId
        Register-InnkeeperTask (ConvertTo-InnkeeperTaskXml -Account $setting['account'] -ManifestPath $manifest -InstanceId $instanceId -DataPath $DataPath)
        Write-InnkeeperLog $path Information 1000 "Version $(Get-InnkeeperVersion) is installed. It runs as $who and reports to $($setting['server'])." -IsEvent
        if ($isCopied) { Remove-InnkeeperOtherVersion $ProgramPath }
    }
    if ($PSCmdlet.ShouldProcess($setting['server'], 'Read this host and send the first snapshot')) {
        $run = Invoke-InnkeeperAgent -Now -DataPath $path.root -Confirm:$false
        if ($null -eq $run) { $PSCmdlet.WriteWarning('The scheduled task is already running; its first snapshot is being sent.') }
        elseif ($run.sent -eq 0) { $PSCmdlet.WriteWarning("Installed, but the server has not accepted a snapshot yet: $($run.answer). The snapshot is kept and sent again. Run Test-Innkeeper for details.") }
        $run
    }
}
