function Install-Innkeeper {
    <#
    .SYNOPSIS
        Installs, repairs or upgrades the agent on this host: files, scheduled task, enrolment, first snapshot.
    .DESCRIPTION
        May be repeated at will: what is there is kept (settings, identity, token, spool), what is missing or old is put right.
        Needs an elevated Windows PowerShell. Changes nothing of Hyper-V, network or storage, and opens no port.
    .EXAMPLE
        Install-Innkeeper -Server https://innkeeper.example -Key ike_...

        Installs the agent to work as Local System.
    .EXAMPLE
        Install-Innkeeper -Server https://innkeeper.example -Key ike_... -Account CORP\innkeeper$

        Installs it to work as a group managed service account, which docs/agent-rights.md prepares.
    .EXAMPLE
        Install-Innkeeper

        Repairs or upgrades an installed agent, with the settings that it has.
    .EXAMPLE
        Install-Innkeeper -Server https://innkeeper.example -Key ike_... -WhatIf

        Says what would be done.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param (
        # The server's address. May be left out when the agent is installed already.
        [string] $Server,

        # An enrolment key. May be left out when this host is enrolled already.
        [ValidatePattern('\A(ike_[0-9A-Za-z_-]+)?\z')] [string] $Key,

        # A group managed service account, DOMAIN\name$. Without it the agent works as Local System, or as before.
        [string] $Account,

        # A proxy, for example http://proxy.example:3128. Without it none is used, whatever Windows says.
        [string] $Proxy,

        # Signs in to the proxy as the agent's account.
        [switch] $ProxyUseDefaultCredentials,

        # Speaks plain HTTP to a server that is not this machine. Token and report can then be read on the way.
        [switch] $AllowPlainHttp,

        # Where the agent keeps its data, in place of C:\ProgramData\Innkeeper.
        [string] $DataPath,

        # Where the module goes, in place of C:\Program Files\WindowsPowerShell\Modules\Innkeeper.
        [string] $ProgramPath = (Get-InnkeeperProgramPath)
    )
    if (-not (Get-InnkeeperAccount).rights['administrator']) { throw 'This needs an elevated Windows PowerShell: start it with "Run as administrator".' }
    $path = Get-InnkeeperPath $DataPath
    if ([System.IO.Directory]::Exists($path.root)) {
        $fault = Get-InnkeeperFolderFault $path.root
        if ($fault) { throw "$fault Look at what lies in it, remove it, and install again." }
    }
    $setting = $null
    try { $setting = Get-InnkeeperSetting $path }
    catch {
        # Repairing is what this is for: what cannot be read is said again.
        if (-not $Server) { throw "$(Get-InnkeeperErrorText $_) Say -Server, and whatever else it was installed with." }
        $PSCmdlet.WriteWarning("$(Get-InnkeeperErrorText $_) The settings begin anew.")
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
    if (-not $isEnrolled -and -not $Key) { throw 'This host is not enrolled yet: give an enrolment key with -Key. One is made on the server under Hosts, Enrol a host.' }

    if ($PSCmdlet.ShouldProcess($path.root, 'Make the data folder, for SYSTEM, Administrators and the agent only')) {
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
    if ($PSCmdlet.ShouldProcess('\Innkeeper\Innkeeper agent', "Register the scheduled task, to work as $who")) {
        $instanceId = Get-InnkeeperInstance $path $machineId
        Register-InnkeeperTask (ConvertTo-InnkeeperTaskXml -Account $setting['account'] -ManifestPath $manifest -InstanceId $instanceId -DataPath $DataPath)
        Write-InnkeeperLog $path Information 1000 "Version $(Get-InnkeeperVersion) is installed, to work as $who and report to $($setting['server'])." -IsEvent
        if ($isCopied) { Remove-InnkeeperOtherVersion $ProgramPath }
    }
    if ($PSCmdlet.ShouldProcess($setting['server'], 'Read this host and send the first snapshot')) {
        $run = Invoke-InnkeeperAgent -Now -DataPath $path.root -Confirm:$false
        if ($null -eq $run) { $PSCmdlet.WriteWarning('The scheduled task is at work already; its first snapshot is on the way.') }
        elseif ($run.sent -eq 0) { $PSCmdlet.WriteWarning("Installed, but the server has not taken a snapshot yet: $($run.answer). It is kept and sent again. Test-Innkeeper says more.") }
        $run
    }
}
